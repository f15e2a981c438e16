/**
 * Stored accounts, for hosts on Node: credentials from the environment, the OS keychain or an encrypted file.
 * The guide to accounts tells what each protects against.
 */
export { describeIntegration } from './account-integration.js';
export type { AccountIntegration, DescribedIntegration } from './account-integration.js';
export type { AccountPlace } from './account-place.js';
export { accountOutline, accountState } from './state/account-state.js';
export type { AccountState } from './state/account-state.js';
export { accountNames, accountResolver } from './account-resolver.js';
export { accountSink } from './account-sink.js';
export { openAccountStore } from './account-store.js';
export type { AccountStore, AccountStoreOptions } from './account-store.js';
export { checkAccount } from './state/check-account.js';
export type { AccountCheck } from './state/check-account.js';
export { checkAccountName } from './check-account-name.js';
export { configFolder } from '../config-folder.js';
export type { Keychain } from './keychain/keychain.js';
export type { ListedAccount } from './list-accounts.js';
export type { AccountSettings } from './set-account.js';
export type { AccountOutline } from './store/accounts-file.js';
