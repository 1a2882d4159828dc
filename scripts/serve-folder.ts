import { createReadStream, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".xml": "text/xml; charset=utf-8",
};
const LAST_PORT = 65_535;

/** Serves a folder's files to this computer alone, on the next free port from the one given. */
export async function serveFolder(
  folder: string,
  firstPort: number,
): Promise<{ address: string; server: Server }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const file = fileOf(folder, path);
    if (!file) {
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
      return;
    }
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
    });
    createReadStream(file).pipe(response);
  });
  const port = await listen(server, firstPort);
  return { address: `http://localhost:${port}/`, server };
}

/** The file for a path; null when there is none or it lies outside the folder. */
function fileOf(folder: string, path: string): string | null {
  let file: string;
  try {
    file = normalize(join(folder, decodeURIComponent(path)));
  } catch {
    return null;
  }
  if (file !== folder && !file.startsWith(folder + sep)) return null;
  const whole = path.endsWith("/") ? join(file, "index.html") : file;
  return statSync(whole, { throwIfNoEntry: false })?.isFile() ? whole : null;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const taken = (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE" || port >= LAST_PORT) return reject(error);
      server.removeListener("listening", ready);
      listen(server, port + 1).then(resolve, reject);
    };
    const ready = () => {
      server.removeListener("error", taken);
      resolve(port);
    };
    server.once("error", taken);
    server.once("listening", ready);
    server.listen(port, "localhost");
  });
}
