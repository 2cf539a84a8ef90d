import { orders, type Proof } from '../../told.ts'

export const enumMembersHaveRecipes: readonly Proof[] = [
  {
    fact: 'a member that no target can show needs no recipe',
    text: orders(
      [
        `        status:
          x-world: true
`,
        `        status:
          x-unreachable: { enum/sent: { on: [sandbox, live], because: nobody can send it } }
          x-world: true
`,
      ],
      [', status: sent } }', ' } }'],
    ),
    told: [],
  },
  {
    fact: 'a member that no 2xx recipe sends is told',
    text: orders([', status: sent } }', ' } }']),
    told: ['error enum_members_have_recipes: sent]'],
  },
]
