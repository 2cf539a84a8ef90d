/** One id for each record of a fixture. */
export function idsByRole<Role extends string, Id>(
  roles: readonly Role[],
  make: (role: Role, index: number) => Id,
): Readonly<Record<Role, Id>> {
  return Object.fromEntries(roles.map((role, index) => [role, make(role, index)])) as Record<Role, Id>
}
