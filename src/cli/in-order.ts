/**
 * Works on items as they come, several at once, and gives the results in the order of the items. No more are taken
 * than may be open at once, so that memory does not grow with their number.
 *
 * @param atOnce How many may be open; asked anew after each item, at least 1.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  atOnce: () => number,
): AsyncGenerator<readonly [item: Item, result: Result]> {
  const open: { readonly item: Item; readonly result: Promise<Result> }[] = [];
  for await (const item of items) {
    const result = work(item);
    // A failure is told when it is this item's turn.
    result.catch(() => undefined);
    open.push({ item, result });
    for (let next = open[0]; next !== undefined && open.length >= atOnce(); next = open[0]) {
      yield [next.item, await next.result];
      open.shift();
    }
  }
  for (const { item, result } of open) yield [item, await result];
}

/** The items until the person interrupts: what was begun by then is finished, nothing new is taken. */
export async function* untilInterrupted<Item>(
  items: AsyncIterable<Item>,
  interruption: AbortSignal,
): AsyncGenerator<Item> {
  for await (const item of items) {
    if (interruption.aborted) return;
    yield item;
  }
}
