// For each documented status, sends the request of the first scenario for that status, with a new appointment.
const hooks = require('hooks')
const data = JSON.parse(process.env.PEER_DATA)

hooks.beforeEach((transaction, done) => {
  const scenario = data.find((each) => each.status === transaction.expected.statusCode)
  if (scenario === undefined) {
    transaction.skip = true
    return done()
  }
  transaction.skip = false
  transaction.fullPath = scenario.path
  transaction.request.uri = scenario.path
  for (const name of Object.keys(transaction.request.headers)) {
    if (/^(authorization|x-api-key)$/i.test(name)) delete transaction.request.headers[name]
  }
  Object.assign(transaction.request.headers, { 'Content-Type': 'application/json' }, scenario.headers)
  transaction.request.body = JSON.stringify(scenario.body)
  return done()
})
