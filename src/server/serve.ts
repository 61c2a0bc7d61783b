import { createServer } from "node:net";
import { serve } from "@hono/node-server";
import type { Hono } from "hono";
import { Problem } from "../vocabulary/index.ts";

/** A server at work. */
export interface Served {
  /** Where it answers: "http://127.0.0.1:7878". */
  readonly address: string;
  readonly close: () => Promise<void>;
}

export const DEFAULT_PORT = 7878;
const TRIED = 20;
const HOST = "127.0.0.1";

/**
 * Serves on this machine only. A port that was asked for has to be free; without one the first free port from 7878 on
 * is taken. Port 0 is any free one.
 */
export async function serveLocally(app: Hono, port: number | null): Promise<Served> {
  const free = await firstFree(port === null ? range(DEFAULT_PORT, TRIED) : [port]);
  if (free === null)
    throw new Problem(
      "usage",
      port === null
        ? `The ports ${DEFAULT_PORT} to ${DEFAULT_PORT + TRIED - 1} are all taken.`
        : `Port ${port} is taken by another program, or may not be used.`,
      "Name another one with --port, or use --port 0 for any free one.",
    );
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: free, hostname: HOST }, ({ port: bound }) => {
      resolve({
        address: `http://${HOST}:${bound}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ("closeAllConnections" in server) server.closeAllConnections();
          }),
      });
    });
  });
}

function range(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => first + at);
}

async function firstFree(ports: readonly number[]): Promise<number | null> {
  for (const port of ports) if (await isFree(port)) return port;
  return null;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, HOST, () => probe.close(() => resolve(true)));
  });
}
