package dibs.bot.platform.matrix.unasked;

import dibs.backend.announcement.ConversationId;
import dibs.backend.notice.Delivered;
import dibs.backend.notice.Messenger;
import dibs.backend.notice.Parcel;
import dibs.backend.notice.Recipient;
import dibs.backend.person.AccountId;
import dibs.bot.Talk;
import dibs.bot.announcement.Posts;
import dibs.bot.platform.PlatformKit;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.fakematrix.FakePerson;
import dibs.fakematrix.FakeServer;
import dibs.fakematrix.Faults;
import dibs.fakematrix.Message;
import dibs.fakematrix.NewRoom;
import dibs.fakematrix.Person;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Matrix as the contract kit sees it: the program's own adapters, on a homeserver in memory. */
final class MatrixKit implements PlatformKit {
    private static final int OFTEN = 50;

    private volatile InstantSource time = InstantSource.fixed(Talk.MONDAY);
    private final InstantSource clock = () -> time.instant();
    private final Bench bench;
    private final Person dibs;
    private final Person ops;
    private final RoomId releng;
    private final OnHomeserver program;

    /**
     * What a homeserver lends to the kit.
     *
     * @param dibs Dibs' own account
     * @param ops whose room it is
     * @param homeserver as Dibs sees it, with {@code faults} before it
     * @param people anybody else by name
     */
    record Bench(Person dibs, Person ops, Homeserver homeserver, Faults faults, Function<String, Person> people) {
        /** In memory. */
        static Bench fake(InstantSource clock) {
            FakeServer server = new FakeServer(clock);
            FakePerson dibs = server.person("dibs");
            return new Bench(dibs, server.person("ops"), server.as(dibs.id()), server.faults(), server::person);
        }
    }

    MatrixKit() {
        this(Bench::fake);
    }

    MatrixKit(Function<InstantSource, Bench> made) {
        bench = made.apply(clock);
        dibs = bench.dibs();
        ops = bench.ops();
        releng = ops.creates(NewRoom.named("releng").with(dibs.id()));
        dibs.joins(releng);
        ObjectNode levels = JsonNodeFactory.instance.objectNode();
        levels.putObject("users").put(ops.id().value(), 100).put(dibs.id().value(), 50);
        ops.sets(releng, "m.room.power_levels", "", levels);
        program = new OnHomeserver(bench.homeserver(), dibs.id(), releng, clock);
    }

    @Override
    public void follow(InstantSource other) {
        time = other;
    }

    @Override
    public Messenger messenger() {
        MatrixMessenger messenger = program.messenger();
        return new Messenger() {
            @Override
            public String platform() {
                return messenger.platform();
            }

            @Override
            public boolean reaches(AccountId account) {
                return messenger.reaches(account);
            }

            @Override
            public Delivered deliver(Recipient to, Parcel parcel) {
                Delivered delivered = messenger.deliver(to, parcel);
                program.queue().run(); // the reactions to it
                return delivered;
            }

            @Override
            public Delivered edit(Recipient to, Parcel parcel, String messageId) {
                return messenger.edit(to, parcel, messageId);
            }
        };
    }

    @Override
    public Posts posts() {
        return program.posts();
    }

    @Override
    public ConversationId room() {
        return MatrixId.conversation(releng);
    }

    @Override
    public AccountId account(String name) {
        return MatrixId.account(bench.people().apply(name).id());
    }

    @Override
    public List<Seen> seen() {
        return ops.reads(releng, dibs.id()).stream()
                .map(message -> new Seen(message.id(), message.body(), isPinned(message), message.thread()))
                .toList();
    }

    private boolean isPinned(Message message) {
        return bench.homeserver().state(releng, "m.room.pinned_events", "") instanceof Sent.Done<ObjectNode> state
                && state.result().path("pinned").toString().contains("\"" + message.id() + "\"");
    }

    @Override
    public List<String> told(AccountId account) {
        List<String> told = new ArrayList<>();
        if (bench.homeserver().accountData("m.direct") instanceof Sent.Done<ObjectNode> rooms) {
            for (JsonNode room : rooms.result().path(account.name())) {
                dibs.reads(new RoomId(room.asString()), dibs.id()).forEach(message -> told.add(message.body()));
            }
        }
        return told;
    }

    @Override
    public void takeBack(Seen message) {
        ops.redacts(releng, message.id());
    }

    @Override
    public void loseTheNextAnswer() {
        bench.faults().loseTheNextAnswer();
    }

    @Override
    public void dieAfterTheNext() {
        bench.faults().dieAfterTheNext(new Crash());
    }

    @Override
    public void away(boolean away) {
        bench.faults().away(away);
    }

    @Override
    public void block(AccountId account) {
        for (int i = 0; i < OFTEN; i++) {
            bench.faults().refuse("direct", 403, "M_FORBIDDEN");
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
