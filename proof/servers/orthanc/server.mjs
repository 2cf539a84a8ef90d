import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const env = (home) => ({
  LD_LIBRARY_PATH: ['usr/lib/x86_64-linux-gnu', 'usr/lib'].map((at) => join(home, at)).join(':'),
  DCMDICTPATH: join(home, 'usr/share/libdcmtk17/dicom.dic'),
})

/** Orthanc stores medical images. It requires HTTP Basic and generates its document. */
export const server = {
  install: {
    debian: [
      ...['orthanc=1.10.1+dfsg-2+deb12u1', 'libdcmtk17', 'libcivetweb1', 'libboost-thread1.74.0'],
      ...['libboost-locale1.74.0', 'liblua5.3-0', 'libpugixml1v5', 'libwrap0'],
    ],
  },
  document: {
    print({ home, data }) {
      const file = join(data, 'printed.json')
      execFileSync(join(home, 'usr/sbin/Orthanc'), [`--openapi=${file}`], { env: env(home), stdio: 'ignore' })
      return readFileSync(file, 'utf8')
    },
  },
  scope: [
    ...['/modalities', '/modalities/{id}', '/modalities/{id}/configuration'],
    ...['/peers', '/peers/{id}', '/peers/{id}/configuration', '/exports', '/jobs/{id}', '/queries'],
    ...['/instances/{id}', '/instances/{id}/metadata/{name}', '/patients/{id}/protected'],
    ...['/tools/create-dicom', '/tools/find', '/tools/lookup', '/tools/generate-uid'],
    ...['/tools/default-encoding', '/tools/log-level', '/tools/metrics'],
  ],
  /** Creates an image, a modality and a peer, so that the server is not empty. */
  async seed({ root, credentials: headers }) {
    const send = async (at, options, body) => fetch(root + at, { headers, body: JSON.stringify(body), ...options })
    await send('/tools/create-dicom', { method: 'POST' }, { Tags: { PatientName: 'Ada', PatientID: 'P1' } })
    await send('/modalities/scanner', { method: 'PUT' }, { AET: 'SCAN', Host: '127.0.0.1', Port: 9 })
    await send('/peers/archive', { method: 'PUT' }, { Url: 'http://127.0.0.1:9/' })
  },
  async objects({ root, credentials: headers }) {
    const lists = ['/instances', '/modalities', '/peers'].map(async (at) =>
      (await fetch(root + at, { headers })).json(),
    )
    return (await Promise.all(lists)).flat()
  },
  ready: '/system',
  prepare({ data, port }) {
    writeFileSync(
      join(data, 'orthanc.json'),
      JSON.stringify({
        HttpPort: port,
        DicomPort: port + 1,
        StorageDirectory: join(data, 'images'),
        IndexDirectory: join(data, 'images'),
        RemoteAccessAllowed: false,
        AuthenticationEnabled: true,
        RegisteredUsers: { tester: 'secret' },
      }),
    )
  },
  start: ({ home, data }) => ({
    command: join(home, 'usr/sbin/Orthanc'),
    args: [join(data, 'orthanc.json')],
    env: env(home),
  }),
  authorize: () => ({ authorization: `Basic ${btoa('tester:secret')}` }),
}
