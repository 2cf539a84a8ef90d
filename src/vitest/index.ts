export { describeContract, type DescribeContractOptions } from './describe-contract.ts'
export { mock } from '../targets/mock.ts'
export { sandbox } from '../targets/sandbox.ts'
