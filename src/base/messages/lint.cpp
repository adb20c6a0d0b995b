#include <array>

#include "base/message_areas.hpp"

namespace respnet {
namespace {

constexpr std::array kMessages{
    Message{"lint.overlapping_nodes", "{one}与{other}的图形重叠", "{one} and {other} overlap"},
    Message{"lint.overlapping_texts", "文字“{one}”与“{other}”重叠 {by} pt",
            "the texts \"{one}\" and \"{other}\" overlap by {by} pt"},
    Message{"lint.covered_text", "文字“{text}”被{by}遮住",
            "the text \"{text}\" is covered by {by}"},
    Message{"lint.text_outside_shape", "文字“{text}”超出所在图形 {by} pt",
            "the text \"{text}\" leaves its shape by {by} pt"},
    Message{"lint.text_outside_picture", "文字“{text}”超出图边 {by} pt",
            "the text \"{text}\" leaves the picture by {by} pt"},
    Message{"lint.missing_glyph", "{texts} 处文字含已装字体没有的字符，如“{text}”",
            "{texts} {texts:text has|texts have} characters that no installed font covers, such as "
            "\"{text}\""},
    Message{"lint.small_type",
            "{texts} 处文字只有 {size} pt（下限 {least} pt），如“{text}”；图宽须有 {width} pt",
            "{texts} {texts:text is|texts are} of {size} pt (least {least}), such as \"{text}\"; "
            "the picture needs a width of {width} pt"},
    Message{"lint.text_contrast",
            "{texts} 处文字 {color} 在 {ground} 上对比度只有 {contrast}（下限 4.5），如“{text}”",
            "{texts} {texts:text|texts} of {color} on {ground}: contrast {contrast} (least 4.5), "
            "such as \"{text}\""},
    Message{"lint.mark_contrast",
            "{marks} 处图形 {color} 在 {ground} 上对比度只有 {contrast}（下限 3）",
            "{marks} {marks:mark|marks} of {color} on {ground}: contrast {contrast} (least 3)"},
    Message{"lint.same_label", "{one}与{other}的标签同为“{text}”",
            "{one} and {other} both read \"{text}\""},
    Message{"lint.faults", "问题", "faults"},
    Message{"lint.pictures", "图", "pictures"},
    Message{"lint.sheet", "张", "sheet"},
    Message{"lint.title", "标题", "title"},
    Message{"lint.rule", "规则", "rule"},
    Message{"lint.subject", "对象", "subject"},
    Message{"lint.message", "说明", "message"},
    Message{"lint.edges", "连线", "edges"},
    Message{"lint.crossings", "交叉", "crossings"},
    Message{"lint.shape", "一个图形", "a shape"},
    Message{"lint.part", "图中的“{classes}”", "the {classes}"},
};

}  // namespace

std::span<const Message> lint_messages() { return kMessages; }

}  // namespace respnet
