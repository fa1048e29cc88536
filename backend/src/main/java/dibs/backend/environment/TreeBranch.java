package dibs.backend.environment;

/** A branch that follows the name of a tree. */
final class TreeBranch {
    private static final String AROUND = ".,;:!?()<>[]\"'`“”‘’ ";

    private TreeBranch() {}

    /** The branch without what surrounds it; empty where what is left is no branch. */
    static String bare(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && AROUND.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && AROUND.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        String branch = text.substring(start, end);
        boolean one = branch.length() <= 100 && branch.chars().noneMatch(Character::isWhitespace);
        return one ? branch : "";
    }

    /** The branch in the letter case that the catalog knows it by: git tells the cases apart, people do not. */
    static String asSpelled(String branch, Environment tree) {
        if (branch.equalsIgnoreCase("pull-request")) {
            return "pull-request";
        }
        for (Environment.BranchLevel level : tree.levels().scm()) {
            if (level.branch().equalsIgnoreCase(branch)) {
                return level.branch();
            }
        }
        return branch;
    }
}
