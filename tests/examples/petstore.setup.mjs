// A setup module for your server would create pets here. The server of this example always has the same pets.
export function establish() {
  return { path: {}, values: {}, given: { soldPet: 3 } }
}
