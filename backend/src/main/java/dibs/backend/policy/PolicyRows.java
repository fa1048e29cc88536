package dibs.backend.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The port to the versions of the policy; part of a transaction. */
public interface PolicyRows {
    /** The newest version, or nothing before the first. */
    Optional<PolicyVersion> latest();

    /** The version of that number, or nothing. */
    Optional<PolicyVersion> find(int number);

    /** The texts of a version's parts, in their order; parts that this program does not know are left out. */
    Map<PolicyPart, String> parts(int number);

    /**
     * Adds a version. Two that add the same number at once never both succeed: the work of one is run again.
     *
     * @param changes against the version before it; none for the first
     */
    void add(PolicyVersion version, Map<PolicyPart, String> parts, List<PolicyChange> changes);

    /** The newest versions, newest first. */
    List<PolicyVersion> newest(int limit);

    /** What a version has otherwise than the one before it, by kind and name. */
    List<PolicyChange> changes(int number);

    /** The number of the last version up to that one that added, changed or removed the part; nothing: the first has it. */
    Optional<Integer> lastChange(PolicyPart part, int upTo);
}
