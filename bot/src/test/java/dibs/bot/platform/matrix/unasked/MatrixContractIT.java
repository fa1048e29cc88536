package dibs.bot.platform.matrix.unasked;

import dibs.bot.platform.PlatformContract;
import dibs.bot.platform.PlatformKit;
import dibs.bot.platform.matrix.client.Access;
import dibs.bot.platform.matrix.client.HttpHomeserver;
import dibs.bot.platform.matrix.unasked.MatrixKit.Bench;
import dibs.fakematrix.Faults;
import dibs.fakematrix.Faulty;
import dibs.fakematrix.Person;
import dibs.synapse.Keeping;
import dibs.synapse.Synapse;
import dibs.synapse.SynapsePerson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract kit on Matrix, with a real homeserver. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MatrixContractIT extends PlatformContract {
    private final List<HttpHomeserver> clients = new ArrayList<>();
    private Synapse synapse;
    private int tests;

    @BeforeAll
    void start() {
        synapse = Synapse.start();
    }

    @AfterAll
    void stop() {
        clients.forEach(HttpHomeserver::close);
        if (synapse != null) {
            synapse.close();
        }
    }

    @Override
    protected PlatformKit platform() {
        String suffix = "-" + ++tests;
        return new MatrixKit(clock -> bench(suffix));
    }

    private Bench bench(String suffix) {
        SynapsePerson dibs = synapse.register("dibs" + suffix);
        HttpHomeserver client = new HttpHomeserver(
                new Access(
                        new Access.Place.At(synapse.address()),
                        new Access.Proof.Token(dibs.token()),
                        Optional.of(dibs.id())),
                new Keeping());
        client.signIn();
        clients.add(client);
        Faults faults = new Faults();
        Map<String, Person> people = new HashMap<>();
        return new Bench(
                dibs,
                synapse.register("ops" + suffix),
                Faulty.of(client, dibs.id(), faults),
                faults,
                name -> people.computeIfAbsent(name, one -> synapse.register(one + suffix)));
    }
}
