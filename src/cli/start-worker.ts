import { Worker } from "node:worker_threads";

/** Starts a thread with a module of this folder, built or, where this runs from the sources, as it is written. */
export function startWorker(module: string, workerData: unknown): Worker {
  const built = import.meta.url.endsWith(".js");
  if (built) return new Worker(new URL(`./${module}.js`, import.meta.url), { workerData });
  // A thread starts without the loader that lets Node read TypeScript.
  const code = `import(${JSON.stringify(import.meta.resolve("tsx/esm/api"))})
    .then(({ register }) => register())
    .then(() => import(${JSON.stringify(new URL(`./${module}.ts`, import.meta.url).href)}));`;
  return new Worker(code, { eval: true, workerData });
}
