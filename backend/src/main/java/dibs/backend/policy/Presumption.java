package dibs.backend.policy;

/**
 * What is taken for granted unless the question tells it. Earlier ones win: what a verb or a flag says comes before what
 * a class says.
 *
 * @param id its name in the file
 * @param when in which questions
 * @param fact the name of the fact, {@code access} and {@code purpose} among them
 * @param value the value it is presumed to have; {@code own} after a colon stands for what the environment is part of
 */
public record Presumption(String id, Condition when, String fact, String value) {}
