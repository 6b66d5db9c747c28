package dev.lanescope.chart;

import java.util.ArrayList;
import java.util.List;

/// How runs stand under each other to be compared: each has a block, a heading above its lanes, and
/// room beside them for its figures. All lanes of all runs are equally high, or a run with few
/// would look bigger than it is; only those of a run with very many are lower.
///
/// Heights are counted from the top of the first block.
///
/// @param blocks in the order of the runs
/// @param laneHeight from one lane to the next, of a run that does not have very many
public record RunBlocks(List<Block> blocks, int laneHeight) {

    /// One run's part.
    ///
    /// @param top of the heading
    /// @param lanesTop where its lanes begin
    /// @param lanesHeight of all its lanes; less than they want if there are very many
    /// @param laneHeight from one of its lanes to the next
    public record Block(int top, int lanesTop, int lanesHeight, int laneHeight) {
        /// Where the next block begins.
        public int bottom() {
            return lanesTop + lanesHeight;
        }
    }

    /// Height of a heading.
    public static final int HEADING = 22;

    private static final int LOWEST_LANE = 6;
    private static final int HIGHEST_LANE = 64;

    public RunBlocks {
        blocks = List.copyOf(blocks);
    }

    /// Blocks whose lanes are as high as the view has room for, within reason. If there is too
    /// little, the blocks are higher than the view.
    ///
    /// @param lanes how many lanes each run has
    /// @param figures what the figures beside the lanes need
    /// @param height of the view
    public static RunBlocks of(List<Integer> lanes, int figures, int height) {
        int laneHeight = LOWEST_LANE;
        int room = Math.max(height, sum(lanes, figures, LOWEST_LANE)); // figures need theirs anyway
        while (laneHeight < HIGHEST_LANE && sum(lanes, figures, laneHeight + 1) <= room) {
            laneHeight++;
        }
        var blocks = new ArrayList<Block>();
        int top = 0;
        for (int count : lanes) {
            int lanesHeight = lanesHeight(count, figures, laneHeight);
            int each =
                    Math.max(LOWEST_LANE, Math.min(laneHeight, lanesHeight / Math.max(1, count)));
            blocks.add(new Block(top, top + HEADING, lanesHeight, each));
            top += HEADING + lanesHeight;
        }
        return new RunBlocks(blocks, laneHeight);
    }

    private static int sum(List<Integer> lanes, int figures, int laneHeight) {
        int sum = 0;
        for (int count : lanes) {
            sum += HEADING + lanesHeight(count, figures, laneHeight);
        }
        return sum;
    }

    /// A run with many lanes gets room for a dozen, or three times what the figures take; its lanes
    /// are lower then, and hundreds are painted as an overview.
    private static int lanesHeight(int lanes, int figures, int laneHeight) {
        int wanted = lanes * laneHeight;
        return Math.clamp(wanted, figures, Math.max(figures * 3, 12 * laneHeight));
    }

    /// How high all blocks are.
    public int height() {
        return blocks.isEmpty() ? 0 : blocks.getLast().bottom();
    }

    /// Whether a run's lanes can be painted one by one.
    public boolean hasRoomFor(int block, int lanes) {
        return lanes * blocks.get(block).laneHeight() <= blocks.get(block).lanesHeight();
    }

    /// The block at a height; -1 if there is none.
    public int at(double y) {
        for (int block = 0; block < blocks.size(); block++) {
            if (y >= blocks.get(block).top() && y < blocks.get(block).bottom()) {
                return block;
            }
        }
        return -1;
    }
}
