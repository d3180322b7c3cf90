package org.synwarden.filter;

import java.util.Locale;

/** How far a mistyped name is from a right one. */
public final class Likeness {
    private static final int LONGEST = 32;

    private Likeness() {}

    /**
     * How many letters have to be added, taken out, replaced or swapped with their neighbour (optimal string alignment);
     * upper case is no difference, and a text of more than {@value #LONGEST} characters is like nothing.
     */
    public static int changes(String right, String written) {
        if (written.length() > LONGEST) {
            return Integer.MAX_VALUE;
        }
        String a = right.toLowerCase(Locale.ROOT);
        String b = written.toLowerCase(Locale.ROOT);
        int[][] least = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                least[i][j] = i == 0 || j == 0 ? i + j : step(least, a, b, i, j);
            }
        }
        return least[a.length()][b.length()];
    }

    private static int step(int[][] least, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least1 = Math.min(least[i - 1][j], least[i][j - 1]) + 1;
        int best = Math.min(least1, least[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, least[i - 2][j - 2] + 1) : best;
    }
}
