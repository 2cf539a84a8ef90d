// A setup module for your server would create the pets here. This example's store always has the same pets.
export function establish() {
  return { path: {}, values: {}, given: { soldPet: 3 } }
}
