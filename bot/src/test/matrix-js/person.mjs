// A person with matrix-js-sdk for a client. Takes orders as lines of JSON on its input and prints, as such lines, what it
// shows; ends with its input.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const require = createRequire(`${process.env.NODE_PATH}/`);
const { createClient, ClientEvent, RoomEvent } = await import(
  pathToFileURL(require.resolve('matrix-js-sdk')).href
);

for (const quiet of ['log', 'info', 'debug', 'warn', 'trace']) {
  console[quiet] = () => {};
}
const print = (fields) => process.stdout.write(`${JSON.stringify(fields)}\n`);

const client = createClient({
  baseUrl: process.env.MATRIX_URL,
  userId: process.env.MATRIX_USER,
  accessToken: process.env.MATRIX_TOKEN,
  deviceId: process.env.MATRIX_DEVICE,
  useAuthorizationHeader: true,
});

const show = (event, room) => {
  const content = event.getContent();
  const relation = event.getRelation() ?? {};
  const notified = client.getPushActionsForEvent(event);
  print({
    name: event.getType() === 'm.room.message' ? 'message' : event.getType(),
    room: room.roomId,
    id: event.getId(),
    sender: event.getSender(),
    kind: content.msgtype ?? '',
    body: content.body ?? '',
    html: content.formatted_body ?? '',
    relation: relation.rel_type ?? '',
    to: relation.event_id ?? '',
    key: relation.key ?? '',
    answers: event.replyEventId ?? '',
    thread: event.threadRootId ?? '',
    pinged: notified?.tweaks?.highlight === true,
  });
};

client.on(RoomEvent.Timeline, (event, room, toStart) => {
  if (room && !toStart) {
    show(event, room);
  }
});
client.on(RoomEvent.MyMembership, (room, membership) => print({ name: 'membership', room: room.roomId, membership }));
client.once(ClientEvent.Sync, (state) => print({ name: 'ready', state }));

const deeds = {
  say: ({ room, text }) => client.sendTextMessage(room, text),
  reply: ({ room, to, text }) =>
    client.sendMessage(room, {
      msgtype: 'm.text',
      body: text,
      'm.relates_to': { 'm.in_reply_to': { event_id: to } },
    }),
  react: ({ room, to, key }) =>
    client.sendEvent(room, 'm.reaction', { 'm.relates_to': { rel_type: 'm.annotation', event_id: to, key } }),
  join: ({ room }) => client.joinRoom(room),
};

createInterface({ input: process.stdin })
  .on('line', async (line) => {
    const order = JSON.parse(line);
    try {
      const result = await deeds[order.do](order);
      print({ name: 'done', id: result.event_id ?? result.roomId ?? '' });
    } catch (error) {
      print({ name: 'failed', why: String(error) });
    }
  })
  .on('close', () => {
    client.stopClient();
    process.exit(0);
  });

await client.startClient({ initialSyncLimit: 20, threadSupport: true });
