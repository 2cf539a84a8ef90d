/** True if the host of the URL is a loopback address such as `127.0.0.1` or `localhost`. */
export function isLoopback(url: string): boolean {
  return /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?=[:/]|$)/i.test(url)
}
