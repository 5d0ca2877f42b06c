package org.zhiping;

/** Valid resident ID numbers (GB 11643) of people who do not exist. */
public final class ResidentIds {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private ResidentIds() {
    }

    /** @param person 0 to 899; each has a number of its own */
    public static String of(int person) {
        String body = "110105199001%02d%03d".formatted(1 + person % 28, 100 + person);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}
