/**
 * The recipes of a document: by which names what status is reached. Set one up in a sandbox with `prepareRecipe` of
 * `appointment-contracts/recipes`.
 */
export interface RecipeBook<Statuses extends Readonly<Record<string, number>>, Path, Body> {
  readonly api: string
  /** Status by the id of the recipe, in the order of the document. */
  readonly statuses: Statuses
  /** What the recipes send; there only for the compiler. */
  readonly sends?: { readonly path: Path; readonly body: Body }
}
