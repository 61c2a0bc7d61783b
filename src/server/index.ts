export { createApp, type ServerOptions } from "./app.ts";
export { openReadingRoom, type ReadingRoom } from "./reading-room.ts";
export { type Served, serveLocally } from "./serve.ts";
