package dibs.fakematrix;

import dibs.bot.platform.matrix.client.Homeserver;
import dibs.testkit.FakeClock;
import java.time.Instant;

class FakeHomeserverTest extends HomeserverContract {
    @Override
    protected HomeserverKit kit() {
        FakeServer server = new FakeServer(new FakeClock(Instant.parse("2026-11-23T09:00:00Z")));
        FakePerson dibs = server.person("dibs");
        return new HomeserverKit() {
            @Override
            public Homeserver dibs() {
                return server.as(dibs.id());
            }

            @Override
            public Homeserver dibsAgain() {
                return server.as(dibs.id());
            }

            @Override
            public Homeserver dibsElsewhere() {
                return server.as(dibs.id(), "ANOTHER");
            }

            @Override
            public Person person(String name) {
                return server.person(name);
            }
        };
    }
}
