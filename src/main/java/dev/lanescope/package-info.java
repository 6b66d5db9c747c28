/// Lanescope shows where threads' time goes. The rooms, in the order of the data flow:
///
/// - [dev.lanescope.content]: a folder becomes pages: what there is to render, and how big it is.
/// - [dev.lanescope.pipeline]: what is done to one page: named stages from bytes to HTML; no
///   threads, no clock.
/// - [dev.lanescope.concurrency]: who does it and when: the selectable models; knows tasks and
///   workers, never pages.
/// - [dev.lanescope.trace]: what happened: spans, states and counters on lanes, one compact store,
///   its own file.
/// - [dev.lanescope.recording]: the experiment: content x pipeline x model becomes a trace; the
///   only room with a clock on the way from folder to trace.
/// - [dev.lanescope.lab]: what a thing costs by itself: a worker, a task, a page that crosses;
///   measured in JVMs of their own.
/// - [dev.lanescope.analysis]: what it means: pure functions from traces to numbers.
/// - [dev.lanescope.chart]: where it goes on paper: lanes, axes, level of detail, hit test;
///   geometry without a toolkit.
/// - [dev.lanescope.cli]: the same journey in a terminal: one command per class.
/// - [dev.lanescope.ui]: the desktop: one package per screen on `ui.kit`.
/// - [dev.lanescope.Main]: picks `cli` or `ui`; nothing else.
@NullMarked
package dev.lanescope;

import org.jspecify.annotations.NullMarked;
