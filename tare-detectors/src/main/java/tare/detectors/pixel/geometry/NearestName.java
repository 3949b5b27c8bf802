package tare.detectors.pixel.geometry;

import java.util.Comparator;
import java.util.Locale;

/// The existing module name with the fewest wrong letters, for error messages.
final class NearestName {
    private NearestName() {}

    /// The nearest name; case counts less than any letter.
    static String to(String wrong) {
        String shortened = wrong.length() > 60 ? wrong.substring(0, 60) : wrong;
        return PixelGeometry.phase1().modules().stream()
                .map(PixelModule::name)
                .min(Comparator.comparingInt(name -> distance(shortened, name)))
                .orElseThrow();
    }

    /// Letters to change, add or remove to turn one into the other, whatever their case.
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j - 1], row[j]));
            }
        }
        return row[b.length()];
    }
}
