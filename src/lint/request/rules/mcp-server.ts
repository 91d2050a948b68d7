import { records, toolsOf } from '../../../client/preflight/parts.js';
import type { RequestRule } from '../rule.js';

export const mcpServer: RequestRule = {
  id: 'mcp-server',
  category: 'request',
  level: 'error',
  law: 'Every MCP server has a name of its own and exactly one `mcp_toolset`, and every toolset its server.',
  evidence: { grade: 'documented', source: 'docs agents-and-tools/mcp-connector (beta mcp-client-2025-11-20)' },
  page: 'A server that no toolset names, one that two name, and a toolset of a server that is not there are each a 400. The `url` begins with `https://`.\nWith the older beta `mcp-client-2025-04-04` servers had no toolset.',
  *check({ body }) {
    const toolsets = toolsOf(body).filter(({ tool }) => tool['type'] === 'mcp_toolset');
    const servers = records(body['mcp_servers'], '/mcp_servers');
    const names = servers.map(([{ name }]) => name);
    for (const { tool, path } of toolsets)
      if (!names.includes(tool['mcp_server_name']))
        yield {
          path: `${path}/mcp_server_name`,
          message: `The toolset is of the server ${shown(tool['mcp_server_name'])}, which \`mcp_servers\` does not hold.`,
          help: "Add the server: `{ type: 'url', name, url }`.",
        };
    for (const [index, [server, path]] of servers.entries()) {
      const { name, url } = server;
      const uses = toolsets.filter(({ tool }) => tool['mcp_server_name'] === name).length;
      if (names.indexOf(name) < index)
        yield { path: `${path}/name`, message: `Two servers are called ${shown(name)}.`, help: 'Give each a name of its own.' };
      else if (uses !== 1)
        yield {
          path: `${path}/name`,
          message: `${uses === 0 ? 'No toolset' : 'More than one toolset'} is of the server ${shown(name)}; each server has exactly one.`,
          help: `Have one tool \`{ type: 'mcp_toolset', mcp_server_name: ${shown(name)} }\`.`,
        };
      if (typeof url !== 'string' || !/^https:\/\//i.test(url))
        yield {
          path: `${path}/url`,
          message: `The server ${shown(name)} has no address that begins with https://, and the API connects to no other.`,
          help: 'Give the public address of the server.',
        };
    }
  },
};

function shown(name: unknown): string {
  return typeof name === 'string' ? JSON.stringify(name.slice(0, 80)) : 'without a name';
}
