/**
 * True for a media type whose bodies are text: JSON, XML, forms, `text/*` and similar formats. A body of unknown type
 * counts as text. The bodies of other types, such as images, are kept as bytes.
 */
export function isTextType(contentType: string): boolean {
  const [essence = ''] = contentType.toLowerCase().split(';')
  return /^(?:|\*\/\*|text\/.*|multipart\/.*|application\/\*|[^/]+\/(?:.*[+.-])?(?:json\w*|xml|yaml|javascript|graphql|sql|toml|jwt|csv|seq|ndjson|urlencoded))$/.test(
    essence.trim(),
  )
}
