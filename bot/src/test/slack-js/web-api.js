// Does what an app does with Slack's own Web API client, and prints what came back, one line of JSON a call.
const { WebClient, LogLevel } = require('@slack/web-api');

const [channel, user] = process.argv.slice(2);
const client = new WebClient(process.env.SLACK_BOT_TOKEN, {
  slackApiUrl: process.env.SLACK_API_URL,
  logLevel: LogLevel.ERROR,
  retryConfig: { retries: 2, minTimeout: 1, maxTimeout: 1 },
});

const section = (text) => ({ type: 'section', text: { type: 'mrkdwn', text } });

async function print(name, call) {
  try {
    console.log(JSON.stringify({ name, result: await call }));
  } catch (error) {
    console.log(JSON.stringify({ name, error: error.data ? error.data : String(error) }));
  }
}

async function main() {
  await print('auth', client.auth.test());
  const posted = await client.chat.postMessage({
    channel, text: 'held by ann', blocks: [section('*held* by ann')],
    metadata: { event_type: 'dibs', event_payload: { key: 'k1' } },
  });
  await print('post', Promise.resolve(posted));
  await print('update', client.chat.update({ channel, ts: posted.ts, text: 'free', blocks: [section('*free*')] }));
  await print('history', client.conversations.history({ channel, include_all_metadata: true }));
  await print('pin', client.pins.add({ channel, timestamp: posted.ts }));
  const dm = await client.conversations.open({ users: user });
  await print('dm', client.chat.postMessage({ channel: dm.channel.id, text: 'yours' }));
  await print('user', client.users.info({ user }));
  await print('home', client.views.publish({ user_id: user, view: { type: 'home', blocks: [section('nothing held')] } }));
  await print('bad', client.chat.postMessage({ channel, text: 'x', blocks: [section('x'.repeat(3001))] }));
  const names = [];
  for await (const page of client.paginate('users.list', { limit: 1 })) {
    names.push(...page.members.map((member) => member.name));
  }
  await print('people', Promise.resolve(names));
}

main();
