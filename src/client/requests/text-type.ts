/**
 * True for media types with text bodies: JSON, XML, forms, `text/*` and similar. True for an unknown type. False for
 * others, such as images.
 */
export function isTextType(contentType: string): boolean {
  const [essence = ''] = contentType.toLowerCase().split(';')
  return /^(?:|\*\/\*|text\/.*|multipart\/.*|application\/\*|[^/]+\/(?:.*[+.-])?(?:json\w*|xml|yaml|javascript|graphql|sql|toml|jwt|csv|seq|ndjson|urlencoded))$/.test(
    essence.trim(),
  )
}
