package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Color;
import java.util.Map;
import java.util.stream.DoubleStream;
import javax.swing.UIDefaults;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The colours of outcomes are seen on the window (3 : 1, WCAG 2.1, 1.4.11) and told apart, also by those to whom one kind of
 * cone is missing.
 */
class RateColoursTest {
    private static final double[][] ALL_CONES = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

    /** What is left of linear RGB; Machado, Oliveira and Fernandes 2009, severity 1.0. */
    private static final Map<String, double[][]> EYES = Map.of(
            "all", ALL_CONES,
            "no red",
                    new double[][] {
                        {0.152286, 1.052583, -0.204868},
                        {0.114503, 0.786281, 0.099216},
                        {-0.003882, -0.048116, 1.051998}
                    },
            "no green",
                    new double[][] {
                        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
                    },
            "no blue",
                    new double[][] {
                        {1.255528, -0.076749, -0.178779},
                        {-0.078411, 0.930809, 0.147602},
                        {0.004733, 0.691367, 0.303900}
                    });

    /** Of linear RGB in CIE XYZ, by the white of D65. */
    private static final double[][] XYZ = {
        {0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047},
        {0.2126729, 0.7151522, 0.0721750},
        {0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883}
    };

    /** In CIE 1976 Lab; 2.3 is what is just told apart side by side. */
    private static final double FAR_APART = 20;

    private static UIDefaults look(Appearance appearance) {
        FlatLaf.registerCustomDefaultsSource("org.synwarden.tray");
        return (appearance == Appearance.LIGHT ? new FlatLightLaf() : new FlatDarkLaf()).getDefaults();
    }

    @ParameterizedTest
    @EnumSource
    void everyOutcomeIsSeenOnTheWindow(Appearance appearance) {
        UIDefaults look = look(appearance);
        double behind = luminance(look.getColor("Panel.background"));
        for (AttemptOutcome outcome : AttemptOutcome.values()) {
            double before = luminance(look.getColor(outcome.colour()));
            assertThat((Math.max(before, behind) + 0.05) / (Math.min(before, behind) + 0.05))
                    .as(outcome.colour())
                    .isGreaterThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTwoOutcomesAreToldApartByWhateverEyes(Appearance appearance) {
        UIDefaults look = look(appearance);
        EYES.forEach((eyes, cones) -> {
            for (AttemptOutcome one : AttemptOutcome.values()) {
                for (AttemptOutcome other : AttemptOutcome.values()) {
                    if (one != other) {
                        double[] here = lab(times(cones, linear(look.getColor(one.colour()))));
                        double[] there = lab(times(cones, linear(look.getColor(other.colour()))));
                        assertThat(Math.hypot(Math.hypot(here[0] - there[0], here[1] - there[1]), here[2] - there[2]))
                                .as("%s and %s, %s", one, other, eyes)
                                .isGreaterThan(FAR_APART);
                    }
                }
            }
        });
    }

    private static double luminance(Color colour) {
        double[] linear = linear(colour);
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static double[] linear(Color colour) {
        return DoubleStream.of(colour.getRed(), colour.getGreen(), colour.getBlue())
                .map(value -> value / 255)
                .map(value -> value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4))
                .toArray();
    }

    private static double[] times(double[][] matrix, double[] vector) {
        return DoubleStream.of(0, 1, 2)
                .map(row -> {
                    double[] factors = matrix[(int) row];
                    return factors[0] * vector[0] + factors[1] * vector[1] + factors[2] * vector[2];
                })
                .map(value -> Math.max(0, Math.min(1, value)))
                .toArray();
    }

    private static double[] lab(double[] linear) {
        double[] f = DoubleStream.of(times(XYZ, linear))
                .map(value -> value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16.0 / 116)
                .toArray();
        return new double[] {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
    }
}
