// Puts back the package.json that shrink-package.mjs changed.
import { existsSync, renameSync } from 'node:fs'

if (existsSync('package.json.orig')) renameSync('package.json.orig', 'package.json')
