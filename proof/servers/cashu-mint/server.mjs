import { join } from 'node:path'

/**
 * The server is a mint of electronic cash, with invented money. It stores data, requires no login, and serves its
 * document.
 */
export const server = {
  install: { pip: ['cashu==0.21.0', 'marshmallow<4', 'limits<4'] },
  document: { path: '/openapi.json' },
  scope: [
    ...['/v1/info', '/v1/keys', '/v1/keys/{keyset_id}', '/v1/keysets', '/v1/mint/quote/bolt11'],
    ...['/v1/mint/quote/bolt11/{quote}', '/v1/mint/quote/bolt11/check', '/v1/mint/bolt11'],
    ...['/v1/melt/quote/bolt11', '/v1/melt/quote/bolt11/{quote}', '/v1/melt/bolt11', '/v1/swap'],
    ...['/v1/checkstate', '/v1/restore'],
  ],
  ready: '/v1/info',
  start: ({ home, data, port }) => ({
    command: join(home, 'bin/mint'),
    args: ['--host', '127.0.0.1', '--port', String(port)],
    env: {
      CASHU_DIR: data,
      MINT_DATABASE: join(data, 'mint'),
      MINT_PRIVATE_KEY: 'key-of-this-run-only',
      MINT_BACKEND_BOLT11_SAT: 'FakeWallet',
      MINT_LISTEN_HOST: '127.0.0.1',
      MINT_LISTEN_PORT: String(port),
      TOR: 'FALSE',
    },
  }),
}
