// A server of your own would create its pets here. This store always has the same.
export function establish() {
  return { path: {}, values: {}, given: { soldPet: 3 } }
}
