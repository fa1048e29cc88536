// Acknowledges what comes over Socket Mode with Slack's own client; prints what came, and ends with its input.
const { SocketModeClient, LogLevel } = require('@slack/socket-mode');

const client = new SocketModeClient({
  appToken: process.env.SLACK_APP_TOKEN,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
});

const print = (fields) => console.log(JSON.stringify(fields));

client.on('slash_commands', async ({ ack, body }) => {
  print({ name: 'command', text: body.text });
  await ack({ text: `heard ${body.text}` });
});
client.on('slack_event', async ({ ack, type, body, retry_num: retryNum }) => {
  if (type === 'events_api') {
    print({ name: 'event', id: body.event_id, retry: retryNum });
    await ack();
  }
});
client.on('connected', () => print({ name: 'connected' }));

process.stdin.on('end', async () => {
  await client.disconnect();
  process.exit(0);
});
process.stdin.resume();
client.start();
