import { json, route } from '../../toolkit.mjs'

const refuse = (status) => json(status, { error: status === 404 ? 'no such dog' : 'not allowed' })

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const dogs = [
    { dogId: 1, name: 'Asta', nicknames: ['As'] },
    { dogId: 2, name: 'Bo' },
  ]
  return route(
    {
      'GET /dogs': () => json(200, dogs),
      'GET /dogs/{dogId}': ({ path }) => {
        const dog = dogs.find(({ dogId }) => String(dogId) === path.dogId)
        // Defect: `nicknames` is a string instead of an array.
        return dog === undefined ? refuse(404) : json(200, { ...dog, nicknames: dog.nicknames?.join(',') ?? '' })
      },
    },
    refuse,
  )
}
