package dibs.bot.process;

import dibs.bot.platform.slack.door.SlackDoor;
import dibs.fakeslack.FakeChannel;
import dibs.fakeslack.FakeSlack;
import dibs.fakeslack.FakeUser;
import dibs.fakeslack.web.Fault;
import dibs.fakeslack.workspace.Json;
import dibs.testkit.Scale;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;

/** Slack limits, fails, breaks connections, keeps answers to itself and takes one message a second in a direct message. */
final class SlackStormKillIT extends Storm {
    private static final int PEOPLE = Scale.of(20, 60);

    private final FakeSlack slack = FakeSlack.start(InstantSource.system());
    private final List<FakeUser> people = new ArrayList<>();

    @AfterEach
    void shut() {
        slack.close();
    }

    @Override
    int people() {
        return PEOPLE;
    }

    @Override
    void open() {
        home.with("SLACK_BOT_TOKEN", slack.botToken())
                .with("SLACK_SIGNING_SECRET", slack.signingSecret())
                .with("SLACK_API_URL", slack.apiUrl());
        slack.keepsPace();
    }

    @Override
    void watch(RunningServer up) {
        slack.connect(up.address().resolve(SlackDoor.PATH));
        FakeChannel releng = slack.channel("releng");
        for (int number = 0; number < PEOPLE; number++) {
            FakeUser person = slack.user("person" + number);
            people.add(person);
            person.types(releng, "/dibs watch dev");
        }
    }

    @Override
    void trouble(int person, Random choice) {
        Fault fault = switch (choice.nextInt(6)) {
            case 0 -> Fault.rateLimited(Duration.ofSeconds(1 + choice.nextInt(3)));
            case 1 -> Fault.serverError();
            case 2 -> Fault.reset();
            case 3 -> Fault.hang();
            case 4 -> Fault.answerLate();
            default -> Fault.answerLost();
        };
        slack.failsIn(people.get(person).dm(), "chat.postMessage", 1, fault);
    }

    @Override
    void letGo() {
        slack.letsGo();
    }

    @Override
    void heal() {
        slack.heals();
    }

    @Override
    List<Told> told(int person) {
        return people.get(person).dm().posts().stream()
                .map(message -> new Told(Json.text(message.metadata().path("event_payload"), "key"), message.words()))
                .toList();
    }
}
