// The text of a JSON file, for whoever parses it only when it is asked for (`parsed` in on-demand.ts).
declare module '*.json?raw' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: as bundlers have it
  export default text;
}
