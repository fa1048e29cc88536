package dibs.synapse;

import dibs.bot.platform.matrix.client.Access;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.HttpHomeserver;
import dibs.fakematrix.HomeserverContract;
import dibs.fakematrix.HomeserverKit;
import dibs.fakematrix.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What Dibs relies on holds on a real homeserver, through Dibs' own client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HomeserverIT extends HomeserverContract {
    private Synapse synapse;
    private int tests;

    @BeforeAll
    void start() {
        synapse = Synapse.start();
    }

    @AfterAll
    void stop() {
        if (synapse != null) {
            synapse.close();
        }
    }

    @Override
    protected HomeserverKit kit() {
        return new OnSynapse(synapse, "-" + ++tests);
    }

    /** Accounts on the one homeserver that no other test has. */
    private static final class OnSynapse implements HomeserverKit {
        private final Synapse synapse;
        private final String suffix;
        private final SynapsePerson account;
        private final Map<String, Person> people = new HashMap<>();
        private final List<HttpHomeserver> clients = new ArrayList<>();
        private final Homeserver dibs;

        OnSynapse(Synapse synapse, String suffix) {
            this.synapse = synapse;
            this.suffix = suffix;
            account = synapse.register("dibs" + suffix);
            dibs = as(account);
        }

        private HttpHomeserver as(SynapsePerson person) {
            HttpHomeserver client = new HttpHomeserver(
                    new Access(
                            new Access.Place.At(synapse.address()),
                            new Access.Proof.Token(person.token()),
                            Optional.of(person.id())),
                    new Keeping());
            clients.add(client);
            client.signIn();
            return client;
        }

        @Override
        public Homeserver dibs() {
            return dibs;
        }

        @Override
        public Homeserver dibsAgain() {
            return as(account);
        }

        @Override
        public Homeserver dibsElsewhere() {
            return as(synapse.signIn("dibs" + suffix));
        }

        @Override
        public Person person(String name) {
            return people.computeIfAbsent(name, one -> synapse.register(one + suffix));
        }

        @Override
        public void close() {
            clients.forEach(HttpHomeserver::close);
        }
    }
}
