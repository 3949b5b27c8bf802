package tare.export.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/// A picture of one plot, 800 x 500 pixels, and where its frame stands.
final class Canvas {
    static final int WHITE = 0xFFFFFF;

    private final BufferedImage image;
    private final Rectangle2D frame;

    Canvas(Plot plot) {
        image = new BufferedImage(800, 500, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setPaint(Color.WHITE);
        g.fillRect(0, 0, 800, 500);
        frame = PageDrawing.draw(g, new Rectangle2D.Double(0, 0, 800, 500), plot);
        g.dispose();
    }

    Rectangle2D frame() {
        return frame;
    }

    /// Colour at a part (0 to 1) of the frame's width from the left and height from below.
    int rgb(double right, double up) {
        return at(x(right), y(up));
    }

    int at(int x, int y) {
        return image.getRGB(x, y) & 0xFFFFFF;
    }

    int x(double right) {
        return (int) (frame.getX() + right * frame.getWidth());
    }

    int y(double up) {
        return (int) (frame.getMaxY() - up * frame.getHeight());
    }

    /// The topmost pixel of a column that has about this colour, or -1; a legend may fill the upper
    /// quarter of the frame, which is left out.
    int topmost(int x, int rgb) {
        return topmost(x, rgb, 0.75);
    }

    /// The same from this part of the frame's height downwards.
    int topmost(int x, int rgb, double up) {
        for (int y = y(up); y < frame.getMaxY() - 2; y++) {
            if (distance(at(x, y), rgb) < 200) return y;
        }
        return -1;
    }

    /// Number of pixels in the whole picture that have exactly this colour.
    long count(int rgb) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (at(x, y) == rgb) count++;
            }
        }
        return count;
    }

    static int distance(int a, int b) {
        int sum = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            sum += Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF));
        }
        return sum;
    }
}
