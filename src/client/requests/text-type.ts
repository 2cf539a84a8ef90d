/**
 * True if bodies of a media type are text: JSON, XML, forms, `text/*` and similar types. Also true if the type is
 * unknown. False for other types, such as images.
 */
export function isTextType(contentType: string): boolean {
  const [essence = ''] = contentType.toLowerCase().split(';')
  return /^(?:|\*\/\*|text\/.*|multipart\/.*|application\/\*|[^/]+\/(?:.*[+.-])?(?:json\w*|xml|yaml|javascript|graphql|sql|toml|jwt|csv|seq|ndjson|urlencoded))$/.test(
    essence.trim(),
  )
}
