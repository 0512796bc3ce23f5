/** What the bench asks of a server's process: `memory` or `cpu`. Answered in megabytes, or in microseconds since it started. It ends with the bench. */
export function answerTheBench(): void {
  process.on('disconnect', () => process.exit());
  process.on('message', (question) => {
    const { user, system } = process.cpuUsage();
    process.send?.(question === 'cpu' ? user + system : process.memoryUsage.rss() / 1e6);
  });
}
