import type { Check } from '../../check.ts'

export const recipesHaveIdsOfTheirOwn: Check = {
  id: 'recipes_have_ids_of_their_own',
  title: 'no two recipes of an operation have the same id',
  why: 'The id names the case: of two with one name, one cannot be replayed.',
  level: 'error',
  check(context) {
    const seen = new Set<string>()
    return context.recipes.flatMap(({ operation, recipe, at }) => {
      const name = `${operation.id} ${recipe.id}`
      if (recipe.id !== '' && seen.has(name)) {
        const message = `a second recipe of \`${operation.id}\` is called \`${recipe.id}\``
        return [{ address: at('id'), message, next: 'give it another id' }]
      }
      seen.add(name)
      return []
    })
  },
}
