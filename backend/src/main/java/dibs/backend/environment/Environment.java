package dibs.backend.environment;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Anything with a name that a person can ask about. Facts only; what they mean is for the rules to say.
 *
 * @param units what a claim of it contends for, in name order; empty unless it is exclusive
 * @param members worker pools that it stands for, in the catalog's order
 * @param parts the sets that an umbrella stands for, in the catalog's order
 * @param facts short further facts by name, as the catalog has them
 * @param use what to use instead where it cannot be used
 * @param sources where its facts come from
 * @param releases what a set of release parts claims and uses, by product
 */
public record Environment(
        EnvironmentId id,
        Kind kind,
        String title,
        Mode mode,
        Optional<Tier> tier,
        Belongs belongs,
        Naming naming,
        Levels levels,
        Contact contact,
        List<UnitName> units,
        List<EnvironmentId> members,
        List<EnvironmentId> parts,
        List<String> labels,
        Optional<String> purpose,
        Optional<Strictness> strictness,
        Optional<String> note,
        Map<String, String> facts,
        List<EnvironmentId> use,
        Optional<Retired> retired,
        Guidance guidance,
        List<Source> sources,
        Optional<ReleaseSet> releases) {

    public Environment {
        units = units.stream().sorted().toList();
        members = List.copyOf(members);
        parts = List.copyOf(parts);
        labels = List.copyOf(labels);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        use = List.copyOf(use);
        sources = List.copyOf(sources);
    }

    /** Whether one holder at a time may claim it. */
    public boolean leasable() {
        return mode == Mode.EXCLUSIVE && retired.isEmpty();
    }

    /**
     * What it is part of.
     *
     * @param service the service whose environment it is
     * @param script the script that its workers run, such as {@code signing}
     * @param trustDomain such as {@code gecko}
     * @param product the product in words, where the trust domain does not say it
     */
    public record Belongs(
            Optional<String> service,
            Optional<String> script,
            Optional<String> trustDomain,
            Optional<String> product) {}

    /**
     * What it is called besides its id and title.
     *
     * @param workerType {@code provisioner/worker-type}
     * @param branch the git branch that deploys it
     * @param image the image with its tag
     * @param urls its addresses by what they are for
     * @param formerUrls addresses that it had once
     * @param formerIds ids that it had once
     */
    public record Naming(
            List<String> aliases,
            Optional<String> workerType,
            Optional<String> branch,
            Optional<String> image,
            Map<String, String> urls,
            List<String> formerUrls,
            List<EnvironmentId> formerIds) {
        public Naming {
            aliases = List.copyOf(aliases);
            urls = Collections.unmodifiableMap(new LinkedHashMap<>(urls));
            formerUrls = List.copyOf(formerUrls);
            formerIds = List.copyOf(formerIds);
        }
    }

    /**
     * Three separate facts that are all called level.
     *
     * @param scm who may push, by branch pattern; {@code *} where it holds for all
     * @param release {@code production} or {@code staging}, by branch pattern
     * @param pool {@code 1}, {@code 3} or {@code t}
     */
    public record Levels(List<BranchLevel> scm, List<BranchLevel> release, Optional<String> pool) {
        public Levels {
            scm = List.copyOf(scm);
            release = List.copyOf(release);
        }
    }

    /**
     * A level of the branches that match.
     *
     * @param branch a branch, or a pattern that ends in {@code *}; the first that matches counts
     */
    public record BranchLevel(String branch, String level) {}

    /**
     * Who to ask.
     *
     * @param links addresses by their labels, in the catalog's order
     */
    public record Contact(Optional<String> owner, List<String> channels, List<Link> links) {
        public Contact {
            channels = List.copyOf(channels);
            links = List.copyOf(links);
        }
    }

    /** A labelled address. */
    public record Link(String label, String url) {}

    /** How strictly the team's page limits what a stage is for. */
    public enum Strictness {
        ONLY,
        PRIMARILY
    }

    /**
     * That it is no more.
     *
     * @param since the first day without it
     * @param use its successors, nearest first
     */
    public record Retired(LocalDate since, List<EnvironmentId> use) {
        public Retired {
            use = List.copyOf(use);
        }
    }

    /**
     * What its users are told and what they are asked to tidy.
     *
     * @param limits how long it may be held
     * @param attention when its holder is reminded and asked
     */
    public record Guidance(Limits limits, Attention attention, List<String> howto, List<String> cleanup) {
        public Guidance {
            howto = List.copyOf(howto);
            cleanup = List.copyOf(cleanup);
        }

        /** With Dibs' own attention. */
        public Guidance(Limits limits, List<String> howto, List<String> cleanup) {
            this(limits, Attention.BUILT_IN, howto, cleanup);
        }
    }

    /**
     * Where a fact was read.
     *
     * @param repository owner and name; nothing where it was read in none
     * @param date the day of the commit
     * @param note what to know about the source
     */
    public record Source(
            String key,
            Optional<String> repository,
            Optional<String> commit,
            Optional<LocalDate> date,
            Optional<String> note) {}

    /**
     * A set that is claimed for one version of a product.
     *
     * @param products what a release of it takes, by the product's name in lower case, in the catalog's order
     * @param warnings what to know before it is claimed, line by line
     */
    public record ReleaseSet(Map<String, ReleaseParts> products, List<String> warnings) {
        public ReleaseSet {
            products = Collections.unmodifiableMap(new LinkedHashMap<>(products));
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * What a release of a product takes besides its slot.
     *
     * @param claims exclusive environments, leased
     * @param uses shared environments, recorded
     */
    public record ReleaseParts(List<EnvironmentId> claims, List<EnvironmentId> uses) {
        public ReleaseParts {
            claims = List.copyOf(claims);
            uses = List.copyOf(uses);
        }
    }
}
