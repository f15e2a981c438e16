// A program: starts a host over the packages in a folder, and ends.
import { createLuaHost } from '@kosmokrator/lua';
import { createHost, createPolicy, loadCatalog } from '@kosmokrator/host';

const catalog = loadCatalog({ folders: [process.argv[2]] });
createLuaHost({ host: createHost({ catalog, policy: createPolicy({ yes: true }) }) });
