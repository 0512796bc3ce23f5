/** What the bench asks of a server's process: `memory` or `cpu`. Answered in megabytes, or in microseconds since it started. */
export function answerTheBench(): void {
  process.on('message', (question) => {
    const { user, system } = process.cpuUsage();
    process.send?.(question === 'cpu' ? user + system : process.memoryUsage.rss() / 1e6);
  });
}
