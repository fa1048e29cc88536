package dibs.bot.command;

import static dibs.bot.reply.Inline.name;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Kind;
import dibs.bot.reply.Block;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What somebody who was granted an environment has to know, in a few lines. */
final class Guidance {
    private Guidance() {}

    /** @param first whether the holder never held anything of the kind: the steps of using one are told then */
    static List<Block> ofGrant(Environment environment, Catalog catalog, boolean first) {
        List<Block> blocks = new ArrayList<>();
        if (environment.kind() != Kind.DEV_SET) {
            return blocks;
        }
        standsFor(environment).map(line -> Block.say(line)).ifPresent(blocks::add);
        overwrites(environment, catalog).ifPresent(blocks::add);
        if (environment.naming().branch().isPresent()) {
            blocks.add(Block.say("Keep a copy of your changes elsewhere: the next force-push takes them away."));
        }
        if (first && !environment.guidance().howto().isEmpty()) {
            blocks.add(Block.say("Your first one: how it is used."));
            blocks.add(Block.bullets(environment.guidance().howto().stream()
                    .map(step -> Line.of("{}", Inline.text(step)))
                    .toList()));
        }
        return blocks;
    }

    private static Optional<Line> standsFor(Environment environment) {
        List<EnvironmentId> covered = environment.parts().isEmpty() ? environment.members() : environment.parts();
        if (covered.isEmpty()) {
            return Optional.empty();
        }
        String what = environment.parts().isEmpty() ? " worker pool" : " set";
        Line line = Line.of("It stands for " + covered.size() + what + (covered.size() == 1 ? "" : "s") + " (")
                .then(Line.list(covered.stream().map(Inline::name).toList()))
                .then(Line.of(")"));
        Line end = environment
                .naming()
                .branch()
                .map(branch -> Line.of(", deployed from the branch {}.", name(branch)))
                .orElseGet(() -> Line.of("."));
        return Optional.of(line.then(end));
    }

    /** The umbrella's branch deploys every part: a push there overwrites this one, and the other way round. */
    private static Optional<Block> overwrites(Environment environment, Catalog catalog) {
        if (!environment.parts().isEmpty()) {
            return environment
                    .naming()
                    .branch()
                    .map(branch -> Block.say("A push to {} overwrites what runs on every one of them.", name(branch)));
        }
        return catalog.environments().stream()
                .filter(umbrella -> umbrella.parts().contains(environment.id()))
                .findFirst()
                .flatMap(umbrella -> umbrella.naming().branch())
                .map(branch -> Block.say("A push to the shared branch {} would overwrite it.", name(branch)));
    }
}
